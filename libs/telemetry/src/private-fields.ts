// Where somebody passes more than she should. Names and addresses of people belong in no log, and secrets even less.
const PRIVATE = new Set([
  'name', 'givenname', 'familyname', 'fullname', 'displayname', 'personname', 'managername', 'sponsorname', 'protegename',
  'email', 'workemail', 'mailaddress', 'phone', 'employeenumber', 'employeeid', 'dateofbirth', 'birthdate', 'gender', 'ethnicity', 'disability', 'nationality', 'traits',
  'authorization', 'cookie', 'setcookie', 'password', 'secret', 'token', 'accesstoken', 'refreshtoken', 'idtoken', 'databaseurl',
]);
const REMOVED = '[removed]';
const DEEPEST = 6;

/** A log line's fields without those that are called like something private, however deep they lie and however they are spelt. An error is left
 * to its serializer. What lies deeper than six levels is removed unseen. */
export const withoutPrivateFields = (fields: Record<string, unknown>): Record<string, unknown> => cleaned(fields, DEEPEST) as Record<string, unknown>;

/** An object of fields; a socket, a buffer or a request is a world of its own. */
const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null; // of whichever realm
};

const cleaned = (value: unknown, depth: number): unknown => {
  if (Array.isArray(value)) return depth === 0 ? REMOVED : value.map((item) => cleaned(item, depth - 1));
  if (!isPlain(value)) return value;
  if (depth === 0) return REMOVED;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, PRIVATE.has(key.toLowerCase().replaceAll(/[-_]/g, '')) ? REMOVED : cleaned(field, depth - 1)]));
};

const MAIL_ADDRESS = /[\p{L}\p{N}.!#$%&'*+=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;
const BEARER = /\bBearer\s+[\w.~+/=-]+|\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const PASSWORD = /(:\/\/[^:@/\s"]*):[^@\s"]*@/g;

/** A line without what looks like an address, a token or a password in a text: in the message of an error, for one. */
export const withoutPrivateTexts = (line: string): string => line.replaceAll(PASSWORD, '$1:…@').replaceAll(BEARER, REMOVED).replaceAll(MAIL_ADDRESS, REMOVED);
