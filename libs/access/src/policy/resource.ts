/** Every kind of thing that a decision can be about, with the attributes that conditions may turn on.
 * Ids and days are text; a commitment's status is its state in the sponsorship context, in lower case; null is unknown. */
export interface Resources {
  readonly organization: { readonly organizationId: string };
  readonly network: { readonly networkId: string };
  readonly 'role-grant': { readonly personId: string; readonly role: string; readonly programId: string | null };
  readonly sharing: { readonly sharingId: string; readonly grantor: string; readonly grantee: string };
  readonly 'people-import': { readonly importId: string };
  readonly 'mapping-profile': { readonly profile: string };
  readonly 'org-graph': Readonly<Record<never, never>>;
  readonly person: { readonly personId: string };
  readonly program: { readonly programId: string };
  readonly cohort: { readonly cohortId: string; readonly programId: string };
  readonly enrolment: { readonly personId: string; readonly programId: string; readonly cohortId: string };
  readonly commitment: CommitmentAttributes;
  /** Who records for a sponsor. */
  readonly delegation: { readonly sponsorId: string };
  /** `recordedBy` is a person's id. `disclosed` is false where the fact itself is still held back from the protégé. */
  readonly 'advocacy-action': CommitmentAttributes & { readonly actionId: string; readonly recordedBy: string; readonly disclosed: boolean };
  /** `recordedBy` is null where a system recorded it. */
  readonly outcome: {
    readonly outcomeId: string; readonly personId: string; readonly programId: string | null; readonly commitmentId: string | null;
    readonly recordedBy: string | null; readonly outcomeOccurredOn: string;
    /** PROMOTION · … · PAY_BAND · … */
    readonly kind: string;
  };
  /** `programId` is null where it is told of the organization as a whole. */
  readonly 'webhook-endpoint': { readonly endpointId: string; readonly programId: string | null };
  readonly 'program-report': { readonly programId: string };
  readonly 'group-report': { readonly networkId: string };
  readonly release: { readonly programId: string };
  readonly benchmark: { readonly circleId: string };
}

interface CommitmentAttributes {
  readonly commitmentId: string;
  readonly programId: string;
  readonly sponsorId: string;
  readonly protegeId: string;
  /** proposed · active · paused · fulfilled · ended · withdrawn · declined */
  readonly status: string;
}

export type ResourceKind = keyof Resources;
export type AttributeOf<Kind extends ResourceKind> = keyof Resources[Kind] & string;

/** The relations that a condition may ask for, with the attributes it uses. `start` and `end` are the first and last day of the term. */
export interface NamedRelations {
  readonly enrolment: { readonly personId: string; readonly programId: string; readonly cohortId: string };
  readonly commitment: CommitmentAttributes & { readonly start: string; readonly end: string };
  readonly delegate: { readonly personId: string; readonly sponsorId: string };
  readonly witness: { readonly personId: string; readonly actionId: string };
}

/** The states in which a sponsorship is alive. A fulfilled one still takes actions until its term ends. */
export const livingStatuses = ['active', 'paused', 'fulfilled'] as const;
