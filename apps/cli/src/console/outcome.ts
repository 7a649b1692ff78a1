/** How a command ends, in its exit status. */
export const DONE = 0;
export const FAULT = 1;
export const WRONG_USAGE = 2;
export const REFUSED = 3;

/** The product said no, or what was checked is not in order. Shown as name and sentence; status 3. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly refusal: string, sentence: string) {
    super(sentence);
  }
}

/** The command was called in a way that cannot work. Status 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}
