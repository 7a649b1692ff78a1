type Reasoned = { readonly reason: string };

/** A refusal as a member of a mutation's union: the type's name is the reason. Checked against the union where it is returned. */
export type RefusalOf<Rejection extends Reasoned> = Rejection extends Reasoned ? { __typename: Rejection['reason']; message: string } : never;

/** A context's refusals in words. Every reason has its sentence, or it does not compile; facts of the rejection may stand in it.
 * @returns says a rejection in the words of the table */
export const refusals = <Rejection extends Reasoned>(words: { readonly [Reason in Rejection['reason']]: (rejection: Extract<Rejection, { reason: Reason }>) => string }) =>
  <Refused extends Rejection>(rejection: Refused): RefusalOf<Refused> => {
    const say = words[rejection.reason as Rejection['reason']] as unknown as (rejection: Refused) => string;
    return { __typename: rejection.reason, message: say(rejection) } as RefusalOf<Refused>;
  };
