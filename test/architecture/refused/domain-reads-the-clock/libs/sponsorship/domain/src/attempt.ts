export const isLate = (dueAt: number): boolean => Date.now() > dueAt;
