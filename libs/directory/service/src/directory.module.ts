import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { PersonCards, PersonStandings, ReportingLines } from '@vouchsafe/directory-contracts';
import { ChangeReportingLineHandler } from './change-directory/change-reporting-line.command.js';
import { ChangeReportingLineResolver } from './change-directory/change-reporting-line.resolver.js';
import { CorrectDirectoryFactHandler } from './change-directory/correct-directory-fact.command.js';
import { CorrectDirectoryFactResolver } from './change-directory/correct-directory-fact.resolver.js';
import { DeactivatePersonHandler } from './change-directory/deactivate-person.command.js';
import { DeactivatePersonResolver } from './change-directory/deactivate-person.resolver.js';
import { ChainHandler } from './chain/chain.query.js';
import { ChainResolver } from './chain/chain.resolver.js';
import { GradeRanksResolver } from './grade-ranks/grade-ranks.resolver.js';
import { SetGradeRanksHandler } from './grade-ranks/set-grade-ranks.command.js';
import { DiscardPeopleImportHandler } from './import-people/discard-people-import.command.js';
import { ConfirmPeopleImportHandler, StagePeopleImportHandler } from './import-people/import-people.command.js';
import { ImportPeopleResolver } from './import-people/import-people.resolver.js';
import { PeopleFilesController } from './import-people/people-files.controller.js';
import { PeopleImports } from './import-people/people-imports.js';
import { ImportReviewHandler, ImportsHandler, ImportVerdictsHandler } from './import-review/import-review.query.js';
import { ImportReviewResolver, ImportsResolver } from './import-review/import-review.resolver.js';
import { MappingProfilesHandler } from './mapping-profiles/mapping-profiles.query.js';
import { MappingProfilesResolver } from './mapping-profiles/mapping-profiles.resolver.js';
import { SaveMappingProfileHandler } from './mapping-profiles/save-mapping-profile.command.js';
import { OrgChangesHandler } from './org-changes/org-changes.query.js';
import { OrgChangesResolver } from './org-changes/org-changes.resolver.js';
import { OrgFiguresHandler, OrgPostsHandler } from './org-graph/org-graph.query.js';
import { OrgGraphResolver } from './org-graph/org-graph.resolver.js';
import { PeopleHandler } from './person/person.query.js';
import { PeopleResolver, PersonResolver } from './person/person.resolver.js';
import { DirectoryPersonCards } from './ports/directory-person-cards.js';
import { DirectoryPersonStandings } from './ports/directory-person-standings.js';
import { DirectoryReportingLines } from './ports/directory-reporting-lines.js';

const ports = [
  { provide: PersonCards, useClass: DirectoryPersonCards },
  { provide: PersonStandings, useClass: DirectoryPersonStandings },
  { provide: ReportingLines, useClass: DirectoryReportingLines },
];

/** What the directory answers to other contexts, which know its contracts only: for processes with and without an API. */
@Global()
@Module({ providers: ports, exports: ports.map(({ provide }) => provide) })
export class DirectoryPortsModule {}

const commands = [
  StagePeopleImportHandler, ConfirmPeopleImportHandler, DiscardPeopleImportHandler, SaveMappingProfileHandler, SetGradeRanksHandler, ChangeReportingLineHandler,
  CorrectDirectoryFactHandler, DeactivatePersonHandler,
];
const queries = [
  OrgPostsHandler, OrgFiguresHandler, OrgChangesHandler, ChainHandler, PeopleHandler, ImportReviewHandler, ImportsHandler, ImportVerdictsHandler, MappingProfilesHandler,
];
const resolvers = [
  ImportPeopleResolver, ImportsResolver, ImportReviewResolver, MappingProfilesResolver, GradeRanksResolver, OrgGraphResolver, OrgChangesResolver, ChainResolver,
  PersonResolver, PeopleResolver, ChangeReportingLineResolver, CorrectDirectoryFactResolver, DeactivatePersonResolver,
];

/** People and posts: what files say of them, and the organization as of any day. */
@Module({
  imports: [CqrsModule, DirectoryPortsModule],
  controllers: [PeopleFilesController],
  providers: [PeopleImports, ...commands, ...queries, ...resolvers],
  exports: [DirectoryPortsModule, PeopleImports],
})
export class DirectoryModule {}
