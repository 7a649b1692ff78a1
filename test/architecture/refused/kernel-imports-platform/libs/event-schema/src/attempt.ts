import { currentCorrelation } from '@vouchsafe/telemetry';

export const eventId = (): string | undefined => currentCorrelation();
