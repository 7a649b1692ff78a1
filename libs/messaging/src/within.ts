/** What the work comes to, or undefined if it takes longer; it goes on then, unobserved. */
export const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  work.catch(() => undefined); // a failure after the time is nobody's
  try {
    return await Promise.race([work, new Promise<undefined>((late) => { timer = setTimeout(late, milliseconds, undefined); })]);
  } finally {
    clearTimeout(timer);
  }
};
