import { commitmentEvents } from '@vouchsafe/sponsorship-contracts';

export const names = commitmentEvents.types.map(({ name }) => name);
