import { readFileSync } from 'node:fs';

export const rules = (): string => readFileSync('rules.json', 'utf8');
