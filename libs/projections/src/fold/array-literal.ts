/** A value inside an array, as PostgreSQL reads it: quoted, so that nothing in it means anything. */
const element = (value: unknown, isJson: boolean): string => {
  if (value === null || value === undefined) return 'NULL';
  if (isJson) return quoted(JSON.stringify(value));
  switch (typeof value) {
    case 'string': return quoted(value);
    case 'number':
    case 'bigint':
    case 'boolean': return String(value);
    default:
      if (value instanceof Date) return quoted(value.toISOString());
      if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`;
      throw new TypeError(`A column of a read model cannot hold a ${Object.prototype.toString.call(value)}.`);
  }
};

const quoted = (text: string): string => (/["\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`);

/** Values as the text of a one-dimensional array. The driver writes one as well, at four times the price, which half of a rebuild's own time went into;
 * and it would tear apart the arrays of a JSON column.
 * @param type of the column, as the database names it */
export const arrayLiteral = <T>(items: readonly T[], valueOf: (item: T) => unknown, type: string): string => {
  const isJson = type === 'json' || type === 'jsonb';
  let text = '{';
  for (let at = 0; at < items.length; at += 1) text += at === 0 ? element(valueOf(items[at]!), isJson) : `,${element(valueOf(items[at]!), isJson)}`;
  return `${text}}`;
};
