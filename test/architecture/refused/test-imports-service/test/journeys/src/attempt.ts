import { sponsorship } from '@vouchsafe/sponsorship-service';

export const tables = sponsorship.projections;
