export const isStrict = (): boolean => process.env['STRICT'] === '1';
