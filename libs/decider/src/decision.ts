/** What the business answers: events that follow from the command, or the rule that forbids it. A refusal is a value. */
export type Decision<Event, Rejection> =
  | { readonly accepted: true; readonly events: readonly Event[] }
  | { readonly accepted: false; readonly rejection: Rejection };

export const accept = <Event>(...events: readonly Event[]): { accepted: true; events: readonly Event[] } => ({ accepted: true, events });

export const reject = <const Rejection>(rejection: Rejection): { accepted: false; rejection: Rejection } => ({ accepted: false, rejection });
