import { commitments } from '@vouchsafe/sponsorship-domain';

export const category = commitments.category;
