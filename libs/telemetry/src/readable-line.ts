interface Entry {
  readonly time?: string; readonly level?: string; readonly name?: string; readonly msg?: string; readonly context?: string;
  readonly err?: { readonly type?: string; readonly message?: string; readonly stack?: string };
}

const inOurCode = /^\s*at .*\/(apps|libs|dist)\//;

/** Where an error came from: its first frame in our own code, else its first. */
const origin = (stack = ''): string => {
  const frames = stack.split('\n').slice(1);
  return (frames.find((frame) => inOurCode.test(frame)) ?? frames[0] ?? '').trim();
};

const value = (field: unknown): string => (typeof field === 'string' && /^[^\s"=]+$/.test(field) ? field : JSON.stringify(field));

/** Turns a line of JSON into one for people: `14:03:07.512 info  api: listening port=4000`. */
export const readableLine = (json: string): string => {
  const { time = '', level = '', name = '', msg = '', context, err, ...fields } = JSON.parse(json) as Entry & Record<string, unknown>;
  const cause = err && [err.message === msg ? '' : `${err.type}: ${err.message}`, origin(err.stack)].filter(Boolean).join(' ');
  const rest = Object.entries(fields).map(([key, field]) => `${key}=${value(field)}`);
  const parts = [time.slice(11, 23), level.padEnd(5), `${context ?? name}:`, msg, ...rest, ...(cause ? [`(${cause})`] : [])];
  return `${parts.filter(Boolean).join(' ').replaceAll(/\s*\n\s*/g, ' ')}\n`;
};
