import { generateSampleData } from '@vouchsafe/sample-data';

export const generate = generateSampleData;
