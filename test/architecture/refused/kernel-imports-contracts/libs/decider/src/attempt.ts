import { commitmentEvents } from '@vouchsafe/sponsorship-contracts';

export const known = commitmentEvents.types;
