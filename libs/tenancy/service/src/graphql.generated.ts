// Made from the .graphql files by `npm run generate`. Edit those.

export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, `2026-03-01`: no time, no zone. What happened in the world is dated in days. */
  Date: { input: string; output: string; }
  /**
   * A place in an organization's log, as decimal digits in a string: `"1024"`. Every mutation answers the position it wrote;
   * hand it to a query as `after`, and the query waits until it can see your write.
   */
  Position: { input: string; output: string | number; }
};

/** What `acceptSharing` takes. */
export type AcceptSharingInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the sharing. */
  readonly sharingId: Scalars['ID']['input'];
};

/** What `acceptSharing` answers: first the success, then each rule that may stand in its way. */
export type AcceptSharingResult = SharingAccepted | SharingIsNotGranted | OnlyTheGranteeMayAccept | SharingIsAlreadyAccepted | SharingIsRevoked | SharingHasExpired;

/** What anybody was signed in with counts no more. */
export type EverybodySignedOut = {
  readonly __typename: 'EverybodySignedOut';
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** What `formNetwork` takes. */
export type FormNetworkInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
};

/** What `formNetwork` answers: first the success, then each rule that may stand in its way. */
export type FormNetworkResult = NetworkFormed | NetworkIsAlreadyFormed | OnlyANetworkHasMembers;

/** What `grantRole` takes. */
export type GrantRoleInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Somebody who is with the organization today; not you. */
  readonly personId: Scalars['ID']['input'];
  /** What they may do. */
  readonly role: Role;
  /** With PROGRAM_LEAD the programme to lead, which that lead may still have to define; with every other role null. */
  readonly programId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `grantRole` answers: first the success, then each rule that may stand in its way. */
export type GrantRoleResult = RoleGranted | PersonIsNotHere | NobodyGrantsThemselvesARole | LeadNeedsAProgram | OnlyALeadHasAProgram | RoleIsAlreadyGranted;

/** What `grantSharing` takes. */
export type GrantSharingInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** The handle of the network. */
  readonly network: Scalars['String']['input'];
  /** What the network may see. */
  readonly figures: ReadonlyArray<SharedFigure>;
  /** Null shares every programme, later ones included. */
  readonly programIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What it may be used for. */
  readonly purpose: SharingPurpose;
  /** The last day on which it holds. */
  readonly expires: Scalars['Date']['input'];
};

/** What `grantSharing` answers: first the success, then each rule that may stand in its way. */
export type GrantSharingResult = SharingGranted | OrganizationIsNotAMember | SharingIsAlreadyGranted | SharingNeedsTwoOrganizations | SharingHasExpired;

/** Another organization has this handle. */
export type HandleIsTaken = Refusal & {
  readonly __typename: 'HandleIsTaken';
  readonly message: Scalars['String']['output'];
};

/** One role that a person holds. */
export type HeldRole = {
  readonly __typename?: 'HeldRole';
  /** The role. */
  readonly role: Role;
  /** The programme that is led; null for every role but PROGRAM_LEAD. */
  readonly programId?: Maybe<Scalars['ID']['output']>;
};

/** What `inviteOrganization` takes. */
export type InviteOrganizationInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** The organization's handle, which it tells whomever it wants to be found by. */
  readonly handle: Scalars['String']['input'];
};

/** What `inviteOrganization` answers: first the success, then each rule that may stand in its way. */
export type InviteOrganizationResult = OrganizationInvited | NetworkIsNotFormed | OnlyOrganizationsMayJoin | OrganizationIsAlreadyInvited | OrganizationIsAlreadyAMember;

/** What `joinNetwork` takes. */
export type JoinNetworkInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** The network's handle. */
  readonly network: Scalars['String']['input'];
};

/** What `joinNetwork` answers: first the success, then each rule that may stand in its way. */
export type JoinNetworkResult = NetworkJoined | OrganizationIsNotInvited | OrganizationIsAlreadyAMember | OrganizationIsNotRegistered;

/** A lead leads one programme, which must be named. */
export type LeadNeedsAProgram = Refusal & {
  readonly __typename: 'LeadNeedsAProgram';
  readonly message: Scalars['String']['output'];
};

/** What `leaveNetwork` takes. */
export type LeaveNetworkInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** The network's handle. */
  readonly network: Scalars['String']['input'];
};

/** What `leaveNetwork` answers: first the success, then each rule that may stand in its way. */
export type LeaveNetworkResult = NetworkLeft | OrganizationIsNotAMember | OrganizationIsNotRegistered;

/** How far an organization is on its way into a network. */
export type MembershipStatus =
  /** Has not answered yet. */
  | 'INVITED'
  | 'MEMBER';

/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Accepts, for the network that you are signed in to, what a member offered. */
  readonly acceptSharing: AcceptSharingResult;
  /** Makes the group or circle that you are signed in to ready for members. */
  readonly formNetwork: FormNetworkResult;
  /** Gives a person of the organization a role. Nobody gives one to themselves. */
  readonly grantRole: GrantRoleResult;
  /** Offers figures of your organization to a network that it is in. Nothing passes before the network has accepted. */
  readonly grantSharing: GrantSharingResult;
  /** Invites an organization into the network that you are signed in to. It is a member once it joins. */
  readonly inviteOrganization: InviteOrganizationResult;
  /** Lets the organization that you are signed in to join a network that invited it. Membership alone shares nothing. */
  readonly joinNetwork: JoinNetworkResult;
  /** Lets the organization that you are signed in to leave a network. What it shared there is revoked apart, grant by grant. */
  readonly leaveNetwork: LeaveNetworkResult;
  /**
   * Registers an organization as a member of the network that you are signed in to. Whoever registers it is its first operator,
   * and signs in to it with the same account.
   */
  readonly registerOrganization: RegisterOrganizationResult;
  /** Takes a role from a person, exactly as it was given. */
  readonly revokeRole: RevokeRoleResult;
  /** Ends a sharing that your organization or network is a party to. Figures stop passing at once; no reason is asked for. */
  readonly revokeSharing: RevokeSharingResult;
  /**
   * Ends every sign-in to this organization, your own among them: access tokens that were issued before now count no more, within 15 seconds and in every process.
   * Everybody signs in again.
   */
  readonly signOutEverybody: SignOutEverybodyResult;
  /**
   * Ends every sign-in of a person in this organization: access tokens that were issued before now count no more, within 15 seconds and in every process. Whoever may
   * still sign in gets a new one. For operators and programme leads everybody, for everybody else themselves: a laptop was left behind.
   */
  readonly signOutPerson: SignOutPersonResult;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationAcceptSharingArgs = {
  input: AcceptSharingInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationFormNetworkArgs = {
  input: FormNetworkInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationGrantRoleArgs = {
  input: GrantRoleInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationGrantSharingArgs = {
  input: GrantSharingInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationInviteOrganizationArgs = {
  input: InviteOrganizationInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationJoinNetworkArgs = {
  input: JoinNetworkInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationLeaveNetworkArgs = {
  input: LeaveNetworkInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationRegisterOrganizationArgs = {
  input: RegisterOrganizationInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationRevokeRoleArgs = {
  input: RevokeRoleInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationRevokeSharingArgs = {
  input: RevokeSharingInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationSignOutEverybodyArgs = {
  input: SignOutEverybodyInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationSignOutPersonArgs = {
  input: SignOutPersonInput;
};

/** A network of organizations. Being in it shares nothing. */
export type Network = {
  readonly __typename?: 'Network';
  /** Id of the network. */
  readonly networkId: Scalars['ID']['output'];
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** What it is called in addresses and commands. */
  readonly handle?: Maybe<Scalars['String']['output']>;
  /** Group or circle. */
  readonly kind: OrganizationKind;
  /** By id. Null for whoever is not signed in to the network itself, and for a circle: its members are never named. */
  readonly members?: Maybe<NetworkMemberConnection>;
};


/** A network of organizations. Being in it shares nothing. */
export type NetworkMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Organizations may be invited. */
export type NetworkFormed = {
  readonly __typename: 'NetworkFormed';
  /** Id of the network. */
  readonly networkId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** The network has its list of members already. */
export type NetworkIsAlreadyFormed = Refusal & {
  readonly __typename: 'NetworkIsAlreadyFormed';
  readonly message: Scalars['String']['output'];
};

/** You are signed in to an organization, not to a network of organizations. */
export type NetworkIsNotFormed = Refusal & {
  readonly __typename: 'NetworkIsNotFormed';
  readonly message: Scalars['String']['output'];
};

/** Your organization is a member. */
export type NetworkJoined = {
  readonly __typename: 'NetworkJoined';
  /** Id of the network. */
  readonly networkId: Scalars['ID']['output'];
  /** In your own organization's log. */
  readonly position: Scalars['Position']['output'];
};

/** Your organization is no member any more. */
export type NetworkLeft = {
  readonly __typename: 'NetworkLeft';
  /** Id of the network. */
  readonly networkId: Scalars['ID']['output'];
  /** In your own organization's log. */
  readonly position: Scalars['Position']['output'];
};

/** An organization of your network, whether it has joined or was only invited. */
export type NetworkMember = {
  readonly __typename?: 'NetworkMember';
  /** Id of the organization. */
  readonly organizationId: Scalars['ID']['output'];
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** What it is called in addresses and commands. */
  readonly handle?: Maybe<Scalars['String']['output']>;
  /** Whether it has joined. */
  readonly status: MembershipStatus;
};

/** A page of members. */
export type NetworkMemberConnection = {
  readonly __typename?: 'NetworkMemberConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<NetworkMemberEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** One entry of such a page, and its place in the list. */
export type NetworkMemberEdge = {
  readonly __typename?: 'NetworkMemberEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: NetworkMember;
};

/** A role takes a second pair of eyes: nobody gives one to themselves. */
export type NobodyGrantsThemselvesARole = Refusal & {
  readonly __typename: 'NobodyGrantsThemselvesARole';
  readonly message: Scalars['String']['output'];
};

/** Only PROGRAM_LEAD goes with a programme. */
export type OnlyALeadHasAProgram = Refusal & {
  readonly __typename: 'OnlyALeadHasAProgram';
  readonly message: Scalars['String']['output'];
};

/** Only a group or a circle has members; an organization has none. */
export type OnlyANetworkHasMembers = Refusal & {
  readonly __typename: 'OnlyANetworkHasMembers';
  readonly message: Scalars['String']['output'];
};

/** No organization that could be a member has this handle. */
export type OnlyOrganizationsMayJoin = Refusal & {
  readonly __typename: 'OnlyOrganizationsMayJoin';
  readonly message: Scalars['String']['output'];
};

/** Only the network that the offer was made to may accept it. */
export type OnlyTheGranteeMayAccept = Refusal & {
  readonly __typename: 'OnlyTheGranteeMayAccept';
  readonly message: Scalars['String']['output'];
};

/** An organization, or the network that several of them form: whoever owns one log. */
export type Organization = {
  readonly __typename?: 'Organization';
  /** Id of the organization. */
  readonly organizationId: Scalars['ID']['output'];
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** What it is called in addresses and commands. */
  readonly handle?: Maybe<Scalars['String']['output']>;
  /** One employer, or a network of them. */
  readonly kind: OrganizationKind;
  /** Made up for trying out: nothing in it is about anybody. */
  readonly sample: Scalars['Boolean']['output'];
};

/** It is a member once it joins. */
export type OrganizationInvited = {
  readonly __typename: 'OrganizationInvited';
  /** Id of the organization. */
  readonly organizationId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** The organization is a member of this network already. */
export type OrganizationIsAlreadyAMember = Refusal & {
  readonly __typename: 'OrganizationIsAlreadyAMember';
  readonly message: Scalars['String']['output'];
};

/** The organization was invited and has not answered yet. */
export type OrganizationIsAlreadyInvited = Refusal & {
  readonly __typename: 'OrganizationIsAlreadyInvited';
  readonly message: Scalars['String']['output'];
};

/** The organization is registered already, under other words. */
export type OrganizationIsAlreadyRegistered = Refusal & {
  readonly __typename: 'OrganizationIsAlreadyRegistered';
  readonly message: Scalars['String']['output'];
};

/** Your organization is in no network under this handle. */
export type OrganizationIsNotAMember = Refusal & {
  readonly __typename: 'OrganizationIsNotAMember';
  readonly message: Scalars['String']['output'];
};

/** No network under this handle has invited your organization. */
export type OrganizationIsNotInvited = Refusal & {
  readonly __typename: 'OrganizationIsNotInvited';
  readonly message: Scalars['String']['output'];
};

/** The organization has no beginning in its own log. */
export type OrganizationIsNotRegistered = Refusal & {
  readonly __typename: 'OrganizationIsNotRegistered';
  readonly message: Scalars['String']['output'];
};

/** What an organization is: one employer, or a network of them. */
export type OrganizationKind =
  | 'ORGANIZATION'
  /** A network under one owner: its members are named. */
  | 'GROUP'
  /** A network of strangers: its members are never named. */
  | 'CIRCLE';

/** Registered, and you are its first operator. */
export type OrganizationRegistered = {
  readonly __typename: 'OrganizationRegistered';
  /** Id of the organization. */
  readonly organizationId: Scalars['ID']['output'];
  /** What it is called in addresses and commands. */
  readonly handle: Scalars['String']['output'];
  /** In the log of the network that you are signed in to. */
  readonly position: Scalars['Position']['output'];
};

/** Where a page of a connection ends. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether there is more behind `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Hand it back as `after` to get the next page. Opaque; it serves one organization and one list only. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** Nobody under this id is with the organization today. */
export type PersonIsNotHere = Refusal & {
  readonly __typename: 'PersonIsNotHere';
  readonly message: Scalars['String']['output'];
};

/** What they were signed in with counts no more. */
export type PersonSignedOut = {
  readonly __typename: 'PersonSignedOut';
  /** Who was signed out. */
  readonly personId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** The organization that you are signed in to. */
  readonly myOrganization?: Maybe<Organization>;
  /** The networks that your organization is in; for a network, itself. */
  readonly myNetworks: ReadonlyArray<Network>;
  /** Who holds which role in your organization: for operators everybody, for everybody else themselves. */
  readonly roles: Roles;
  /** What your organization or network shares, and what is shared with it. */
  readonly sharing: Sharing;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryMyOrganizationArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryMyNetworksArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryRolesArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QuerySharingArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};

/**
 * The business said no. Every refusal is a type of its own and a member of the mutation's result; each has a sentence to show,
 * also to a client that is older than the refusal.
 */
export type Refusal = {
  /** What rule stands in the way, in words for the person who asked. */
  readonly message: Scalars['String']['output'];
};

/** What `registerOrganization` takes. */
export type RegisterOrganizationInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** At most 120 characters. */
  readonly name: Scalars['String']['input'];
  /** What the organization is called in addresses and commands: lower-case letters, digits and hyphens, at most 40. Unique in this installation. */
  readonly handle: Scalars['String']['input'];
};

/** What `registerOrganization` answers: first the success, then each rule that may stand in its way. */
export type RegisterOrganizationResult = OrganizationRegistered | NetworkIsNotFormed | HandleIsTaken | OrganizationIsAlreadyRegistered;

/** What `revokeRole` takes. */
export type RevokeRoleInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Whoever has it. */
  readonly personId: Scalars['ID']['input'];
  /** The role. */
  readonly role: Role;
  /** With PROGRAM_LEAD the programme that was led; with every other role null. */
  readonly programId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `revokeRole` answers: first the success, then each rule that may stand in its way. */
export type RevokeRoleResult = RoleRevoked | RoleIsNotGranted;

/** What `revokeSharing` takes. */
export type RevokeSharingInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the sharing. */
  readonly sharingId: Scalars['ID']['input'];
};

/** What `revokeSharing` answers: first the success, then each rule that may stand in its way. */
export type RevokeSharingResult = SharingRevoked | SharingIsNotGranted | SharingIsRevoked;

/** What a person may do in an organization. Several roles add up. */
export type Role =
  /** Sets the organization up, and sees nobody's content. */
  | 'OPERATOR'
  /** Leads one programme, which is named with the role. */
  | 'PROGRAM_LEAD'
  | 'SPONSOR'
  | 'PROTEGE'
  /** Reads figures of the organization; decides what leaves it. */
  | 'EXECUTIVE'
  /** Reads the figures that members share with a network; accepts what is shared. */
  | 'GROUP_EXECUTIVE';

/** Granted. */
export type RoleGranted = {
  readonly __typename: 'RoleGranted';
  /** Id of the person. */
  readonly personId: Scalars['ID']['output'];
  /** The role. */
  readonly role: Role;
  /** Counts within ten seconds wherever the person is signed in. */
  readonly position: Scalars['Position']['output'];
};

/** A person, and the roles that were granted to them. */
export type RoleHolder = {
  readonly __typename?: 'RoleHolder';
  /** Id of the person. */
  readonly personId: Scalars['ID']['output'];
  /** What they may do here, beside what everybody may. */
  readonly roles: ReadonlyArray<HeldRole>;
};

/** A page of holders of roles. */
export type RoleHolderConnection = {
  readonly __typename?: 'RoleHolderConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<RoleHolderEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** One entry of such a page, and its place in the list. */
export type RoleHolderEdge = {
  readonly __typename?: 'RoleHolderEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: RoleHolder;
};

/** The person has this role. */
export type RoleIsAlreadyGranted = Refusal & {
  readonly __typename: 'RoleIsAlreadyGranted';
  readonly message: Scalars['String']['output'];
};

/** The person does not have this role. */
export type RoleIsNotGranted = Refusal & {
  readonly __typename: 'RoleIsNotGranted';
  readonly message: Scalars['String']['output'];
};

/** Taken back. */
export type RoleRevoked = {
  readonly __typename: 'RoleRevoked';
  /** Id of the person. */
  readonly personId: Scalars['ID']['output'];
  /** The role. */
  readonly role: Role;
  /** Counts within ten seconds wherever the person is signed in. */
  readonly position: Scalars['Position']['output'];
};

/** Who may do what in your organization. */
export type Roles = {
  readonly __typename?: 'Roles';
  /** By the person's id. */
  readonly holders: RoleHolderConnection;
};


/** Who may do what in your organization. */
export type RolesHoldersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  role?: InputMaybe<Role>;
};

/** What can be shared with a network: figures, never a row about a person. */
export type SharedFigure =
  | 'PROGRAM_REPORT';

/** What your organization lets others see, and what others let it see. */
export type Sharing = {
  readonly __typename?: 'Sharing';
  /** By id. */
  readonly grants: SharingGrantConnection;
};


/** What your organization lets others see, and what others let it see. */
export type SharingGrantsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<SharingStatus>;
};

/** Figures pass from now on. */
export type SharingAccepted = {
  readonly __typename: 'SharingAccepted';
  /** Id of the sharing. */
  readonly sharingId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** An agreement of two organizations that figures of one may be seen by the other. */
export type SharingGrant = {
  readonly __typename?: 'SharingGrant';
  /** Id of the sharing. */
  readonly sharingId: Scalars['ID']['output'];
  /** The organization whose figures they are. */
  readonly grantor: Scalars['ID']['output'];
  /** The network that may see them. */
  readonly grantee: Scalars['ID']['output'];
  /** How far it is. */
  readonly status: SharingStatus;
  /** What may be seen. */
  readonly figures: ReadonlyArray<SharedFigure>;
  /** Null shares every programme, later ones included. */
  readonly programIds?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** What it may be used for; null for a sharing of which only the end is known here. */
  readonly purpose?: Maybe<SharingPurpose>;
  /** The last day on which it holds. */
  readonly expires?: Maybe<Scalars['Date']['output']>;
};

/** A page of sharings. */
export type SharingGrantConnection = {
  readonly __typename?: 'SharingGrantConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<SharingGrantEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** One entry of such a page, and its place in the list. */
export type SharingGrantEdge = {
  readonly __typename?: 'SharingGrantEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: SharingGrant;
};

/** Offered; the network has yet to accept. */
export type SharingGranted = {
  readonly __typename: 'SharingGranted';
  /** Id of the sharing. */
  readonly sharingId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** The last day of the offer has passed. */
export type SharingHasExpired = Refusal & {
  readonly __typename: 'SharingHasExpired';
  readonly message: Scalars['String']['output'];
};

/** The offer was accepted before. */
export type SharingIsAlreadyAccepted = Refusal & {
  readonly __typename: 'SharingIsAlreadyAccepted';
  readonly message: Scalars['String']['output'];
};

/** The offer was made already. */
export type SharingIsAlreadyGranted = Refusal & {
  readonly __typename: 'SharingIsAlreadyGranted';
  readonly message: Scalars['String']['output'];
};

/** There is no such offer: it was never made, or your organization is no party to it. */
export type SharingIsNotGranted = Refusal & {
  readonly __typename: 'SharingIsNotGranted';
  readonly message: Scalars['String']['output'];
};

/** The sharing has been ended by one of the two. */
export type SharingIsRevoked = Refusal & {
  readonly __typename: 'SharingIsRevoked';
  readonly message: Scalars['String']['output'];
};

/** Sharing takes two. */
export type SharingNeedsTwoOrganizations = Refusal & {
  readonly __typename: 'SharingNeedsTwoOrganizations';
  readonly message: Scalars['String']['output'];
};

/** What shared figures may be used for. */
export type SharingPurpose =
  | 'GROUP_REPORTING'
  | 'BENCHMARK';

/** Figures pass no more. */
export type SharingRevoked = {
  readonly __typename: 'SharingRevoked';
  /** Id of the sharing. */
  readonly sharingId: Scalars['ID']['output'];
  /** In your own organization's log. */
  readonly position: Scalars['Position']['output'];
};

/** How far a grant is: offered by one side, accepted by the other, or taken back. */
export type SharingStatus =
  | 'OFFERED'
  | 'ACCEPTED'
  | 'REVOKED';

/** What `signOutEverybody` takes. */
export type SignOutEverybodyInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
};

/** What `signOutEverybody` answers. */
export type SignOutEverybodyResult = EverybodySignedOut;

/** What `signOutPerson` takes. */
export type SignOutPersonInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Yourself if left out. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `signOutPerson` answers: the success, or the rule in its way. */
export type SignOutPersonResult = PersonSignedOut | PersonIsNotHere;
