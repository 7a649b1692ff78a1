import { isoDate, entityId } from '@vouchsafe/event-schema';
import { decideAndAppend } from '@vouchsafe/event-store';
import { systemCommand } from '@vouchsafe/reactions';
import { personId } from '@vouchsafe/sponsorship-contracts';
import { continuities, noteSponsorDeparture, noteSponsorReturn } from '@vouchsafe/sponsorship-domain';
import { z } from 'zod';
import { commitmentNow } from '../commitment-now.js';

const ofSponsor = { commitmentId: entityId, sponsorId: personId };

export const noteSponsorDepartureCommand = systemCommand('NoteSponsorDeparture', z.object({ ...ofSponsor, departedOn: isoDate }), ({ log }, tenant, circumstances, input) =>
  decideAndAppend(log, tenant, continuities, input.commitmentId, { ...circumstances, request: input, occurredOn: input.departedOn },
    async (state) => noteSponsorDeparture({ ...input, commitment: await commitmentNow(log, tenant, input.commitmentId) }, state)));

export const noteSponsorReturnCommand = systemCommand('NoteSponsorReturn', z.object({ ...ofSponsor, returnedOn: isoDate }), ({ log }, tenant, circumstances, input) =>
  decideAndAppend(log, tenant, continuities, input.commitmentId, { ...circumstances, request: input, occurredOn: input.returnedOn }, (state) => noteSponsorReturn(input, state)));
