import { startApi } from '@vouchsafe/api';

export const start = startApi;
