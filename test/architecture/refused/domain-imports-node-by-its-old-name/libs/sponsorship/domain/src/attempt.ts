import { readFileSync } from 'fs';

export const rules = (): string => readFileSync('rules.json', 'utf8');
