/** Whether a fault will pass: the server is away, busy or chose a victim, or a switch took the tables' names (42P01). Anything else is
 * the event's or the fold's, and parks. */
export const isPassing = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') return /^(08|53|57|40001|40P01|55P03|25P03|42P01|ECONN|EPIPE|ETIMEDOUT|ENOENT|EAI_)/.test(code);
  return /Connection terminated|timeout exceeded|Client has encountered a connection error|Cannot use a pool/.test((error as Error).message ?? '');
};

/** What an operator is told of a fault; nothing of what the events hold. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
