export const rules = async (): Promise<string> => (await import('node:fs')).readFileSync('rules.json', 'utf8');
