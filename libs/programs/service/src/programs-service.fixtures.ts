import type { Provider } from '@nestjs/common';
import type { Actor } from '@vouchsafe/access';
import { PersonStandings, type DirectoryStanding } from '@vouchsafe/directory-contracts';
import type { TenantId } from '@vouchsafe/event-schema';
import { anActor, commandsOn } from '@vouchsafe/graphql/testing';
import { cohorts, programs } from '@vouchsafe/programs-domain';
import { ACME, aCohortOpened, aProgramDefined, aProgramOpened, aProgramRulesSet, CHLOE, GLOBEX } from '@vouchsafe/programs-domain/testing';
import { ApproveEnrolmentHandler } from './approve-enrolment/approve-enrolment.command.js';
import { CloseCohortHandler } from './close-cohort/close-cohort.command.js';
import { CloseProgramHandler } from './close-program/close-program.command.js';
import { DeclineEnrolmentHandler } from './decline-enrolment/decline-enrolment.command.js';
import { DefineProgramHandler } from './define-program/define-program.command.js';
import { OpenCohortHandler } from './open-cohort/open-cohort.command.js';
import { OpenProgramHandler } from './open-program/open-program.command.js';
import { RequestEnrolmentHandler } from './request-enrolment/request-enrolment.command.js';
import { SetProgramRulesHandler } from './set-program-rules/set-program-rules.command.js';
import { WithdrawParticipantHandler } from './withdraw-participant/withdraw-participant.command.js';

export const TODAY = '2025-04-01';
export const PROGRAM = 'emerging-leaders';
export const COHORT = 'spring-2025';

/** The lead of some programmes of a tenant. */
export const aLead = (tenant: TenantId, ...leads: readonly string[]): Actor => ({ ...anActor(tenant, CHLOE, 'PROGRAM_LEAD'), leads: new Set(leads) });

/** The directory's answer to this context, at its port; the same ids mean somebody in both organizations. */
class Standings extends PersonStandings {
  constructor(private readonly persons: Readonly<Record<string, Partial<DirectoryStanding>>>) {
    super();
  }

  async standing(_: TenantId, personId: string): Promise<DirectoryStanding | undefined> {
    const known = this.persons[personId];
    return known && { active: true, level: 20, function: 'Engineering', unit: 'North', joinedOn: '2022-01-01', ratingBand: null, ...known };
  }
}

const handlers = [
  DefineProgramHandler, SetProgramRulesHandler, OpenProgramHandler, CloseProgramHandler, OpenCohortHandler, CloseCohortHandler,
  RequestEnrolmentHandler, ApproveEnrolmentHandler, DeclineEnrolmentHandler, WithdrawParticipantHandler,
];

/** Two organizations without programmes. @param persons whom the directory knows, in both */
export const programsOnMemory = async (persons: Readonly<Record<string, Partial<DirectoryStanding>>> = {}) => {
  const ports: Provider[] = [{ provide: PersonStandings, useValue: new Standings(persons) }];
  const commands = await commandsOn({ handlers: [...handlers, ...ports], today: TODAY });
  await commands.log.openLog(ACME);
  await commands.log.openLog(GLOBEX);
  return commands;
};

/** Acme with an open programme and an open cohort in it. */
export const withCohort = async (persons: Readonly<Record<string, Partial<DirectoryStanding>>> = {}) => {
  const commands = await programsOnMemory(persons);
  await commands.history(ACME, programs, PROGRAM, aProgramDefined(), aProgramRulesSet(), aProgramOpened());
  await commands.history(ACME, cohorts, COHORT, aCohortOpened());
  return commands;
};

export const refused = (reason: string, facts = {}) => ({ accepted: false, rejection: { reason, ...facts } });
