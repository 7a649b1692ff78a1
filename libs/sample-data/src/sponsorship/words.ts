// Invented phrases. They name nobody.

export const PLACES_TO_HEAR_OF_IT = ['minutes of the meeting', 'staffing list', 'mail to the steering group', 'project register', 'note in the file'] as const;

export const DISPUTES = ['I was asked about this and it had not been raised', 'That meeting did not take place that week', 'It was another colleague’s work that was praised'] as const;
export const CORRECTIONS = ['The day was wrong', 'It was another forum', 'I mixed two meetings up', 'The audience was larger than I had noted'] as const;
export const RETRACTIONS = ['Recorded twice', 'It was planned and did not happen', 'It belongs to another commitment'] as const;

export const OUTCOME_CORRECTIONS = ['The day in the letter is another one', 'The figure was last year’s', 'It was recorded under the wrong kind'] as const;
export const OUTCOME_RETRACTIONS = ['The offer was withdrawn', 'Entered for the wrong person'] as const;

export const SPONSORS_DELIVERABLES = ['Comments on the application within a week', 'An hour of preparation before each interview', 'A list of five people worth knowing'] as const;
