import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ApproveEnrolmentHandler } from './approve-enrolment/approve-enrolment.command.js';
import { ApproveEnrolmentResolver } from './approve-enrolment/approve-enrolment.resolver.js';
import { CloseCohortHandler } from './close-cohort/close-cohort.command.js';
import { CloseCohortResolver } from './close-cohort/close-cohort.resolver.js';
import { CloseProgramHandler } from './close-program/close-program.command.js';
import { CloseProgramResolver } from './close-program/close-program.resolver.js';
import { CohortRosterHandler, MyEnrolmentsHandler } from './cohort-roster/cohort-roster.query.js';
import { CohortRosterResolver } from './cohort-roster/cohort-roster.resolver.js';
import { DeclineEnrolmentHandler } from './decline-enrolment/decline-enrolment.command.js';
import { DeclineEnrolmentResolver } from './decline-enrolment/decline-enrolment.resolver.js';
import { DefineProgramHandler } from './define-program/define-program.command.js';
import { DefineProgramResolver } from './define-program/define-program.resolver.js';
import { OpenCohortHandler } from './open-cohort/open-cohort.command.js';
import { OpenCohortResolver } from './open-cohort/open-cohort.resolver.js';
import { OpenProgramHandler } from './open-program/open-program.command.js';
import { OpenProgramResolver } from './open-program/open-program.resolver.js';
import { CohortHandler, CohortsOfProgramsHandler, ProgramOverviewHandler, ProgramsHandler } from './program-overview/program-overview.query.js';
import { CohortsOfProgramResolver, ProgramsResolver } from './program-overview/program-overview.resolver.js';
import { RequestEnrolmentHandler } from './request-enrolment/request-enrolment.command.js';
import { RequestEnrolmentResolver } from './request-enrolment/request-enrolment.resolver.js';
import { SetProgramRulesHandler } from './set-program-rules/set-program-rules.command.js';
import { SetProgramRulesResolver } from './set-program-rules/set-program-rules.resolver.js';
import { WithdrawParticipantHandler } from './withdraw-participant/withdraw-participant.command.js';
import { WithdrawParticipantResolver } from './withdraw-participant/withdraw-participant.resolver.js';

const commands = [
  DefineProgramHandler, SetProgramRulesHandler, OpenProgramHandler, CloseProgramHandler, OpenCohortHandler, CloseCohortHandler,
  RequestEnrolmentHandler, ApproveEnrolmentHandler, DeclineEnrolmentHandler, WithdrawParticipantHandler,
];
const queries = [ProgramOverviewHandler, ProgramsHandler, CohortsOfProgramsHandler, CohortHandler, CohortRosterHandler, MyEnrolmentsHandler];
const resolvers = [
  DefineProgramResolver, SetProgramRulesResolver, OpenProgramResolver, CloseProgramResolver, OpenCohortResolver, CloseCohortResolver,
  RequestEnrolmentResolver, ApproveEnrolmentResolver, DeclineEnrolmentResolver, WithdrawParticipantResolver,
  ProgramsResolver, CohortsOfProgramResolver, CohortRosterResolver,
];

/** Programmes, their cohorts, and who is in them. */
@Module({ imports: [CqrsModule], providers: [...commands, ...queries, ...resolvers] })
export class ProgramsModule {}
