import type { Field } from '../field/field.js';
import type { Load } from '../field/load.js';
import type { Violation } from '../history/history.js';

/** One way in which the world fails. */
export interface Fault {
  /** As the table names it: F1. */
  readonly fault: string;
  readonly what: string;
  readonly cycles: { readonly short: number; readonly full: number };
  /** Whether the small field will do: see `openField`. */
  readonly isSmall?: boolean;
  /** Inflicts it once, under load, and heals it. @returns what it saw itself that must not be */
  inflict(field: Field, load: Load, cycle: number): Promise<readonly Violation[] | void>;
}
