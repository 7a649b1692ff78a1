-- What HR last said of a person's work, in the employer's own bands. It stands on the card, not in the log, and answers rules of programmes only.
ALTER TABLE directory.person_card ADD COLUMN rating_band text;
-- Whoever was deactivated gets no sign-in back by the next file that names them, unless they have left and returned.
ALTER TABLE directory.person_card ADD COLUMN access_ended boolean NOT NULL DEFAULT false;
