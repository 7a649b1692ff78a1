import { startProjector } from '@vouchsafe/projector';

export const start = startProjector;
