/** Whether the JSON of `value` surely is longer than `limit` characters. Stops counting at the limit: what is too large is never written out. */
export const isLongerThan = (value: unknown, limit: number): boolean => {
  let length = 0;
  const count = (part: unknown): boolean => {
    if (typeof part === 'string') length += part.length + 2;
    else if (Array.isArray(part)) {
      length += part.length + 1;
      for (const item of part) if (count(item)) return true;
    } else if (part !== null && typeof part === 'object') {
      length += 1;
      for (const [key, item] of Object.entries(part)) {
        length += key.length + 4;
        if (count(item)) return true;
      }
    } else length += 4;
    return length > limit;
  };
  return count(value);
};
