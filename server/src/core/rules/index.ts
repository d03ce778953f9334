/**
 * The room `rules`: one file a rule, in families. This is their table of contents; no rule knows another.
 */

import type { Rule } from '../lint/rule.ts';
import { periodQuotes } from './consistency/period-quotes.ts';
import { rateOver100 } from './consistency/rate-over-100.ts';
import { signatureMismatch } from './consistency/signature-mismatch.ts';
import { sloganForm } from './consistency/slogan-form.ts';
import { sumMismatch } from './consistency/sum-mismatch.ts';
import { titleForm } from './consistency/title-form.ts';
import { yearSpan } from './consistency/year-span.ts';
import { deadlineBeforeDocument } from './deadline/deadline-before-document.ts';
import { deadlineBeforeMeasures } from './deadline/deadline-before-measures.ts';
import { deadlineOutsidePlan } from './deadline/deadline-outside-plan.ts';
import { impossibleDeadline } from './deadline/impossible-deadline.ts';
import { missingDeadline } from './deadline/missing-deadline.ts';
import { pastDeadline } from './deadline/past-deadline.ts';
import { vagueDeadline } from './deadline/vague-deadline.ts';
import { ambiguousAlias } from './directory/ambiguous-alias.ts';
import { circularParent } from './directory/circular-parent.ts';
import { duplicateEntry } from './directory/duplicate-entry.ts';
import { leaderOrder } from './directory/leader-order.ts';
import { leaderScope } from './directory/leader-scope.ts';
import { unitAlias } from './directory/unit-alias.ts';
import { unknownLeader } from './directory/unknown-leader.ts';
import { unknownUnit } from './directory/unknown-unit.ts';
import { dashForm } from './punctuation/dash-form.ts';
import { documentNumberForm } from './punctuation/document-number-form.ts';
import { halfwidthMark } from './punctuation/halfwidth-mark.ts';
import { issueDateForm } from './punctuation/issue-date-form.ts';
import { numberRangeDash } from './punctuation/number-range-dash.ts';
import { pauseBetweenQuotes } from './punctuation/pause-between-quotes.ts';
import { repeatedMark } from './punctuation/repeated-mark.ts';
import { straySpace } from './punctuation/stray-space.ts';
import { unpairedMark } from './punctuation/unpaired-mark.ts';
import { yearRangeDash } from './punctuation/year-range-dash.ts';
import { controlCharacter } from './residue/control-character.ts';
import { htmlResidue } from './residue/html-residue.ts';
import { lookalikeCharacter } from './residue/lookalike-character.ts';
import { pageChrome } from './residue/page-chrome.ts';
import { pageNumber } from './residue/page-number.ts';
import { placeholder } from './residue/placeholder.ts';
import { printedTwice } from './residue/printed-twice.ts';
import { wordResidue } from './residue/word-residue.ts';
import { duplicateParty } from './responsibility/duplicate-party.ts';
import { missingLead } from './responsibility/missing-lead.ts';
import { missingUnit } from './responsibility/missing-unit.ts';
import { nameSpacing } from './responsibility/name-spacing.ts';
import { partyForm } from './responsibility/party-form.ts';
import { vagueOwner } from './responsibility/vague-owner.ts';
import { unusedSilence } from './silence/unused-silence.ts';
import { declaredCount } from './structure/declared-count.ts';
import { duplicateTitle } from './structure/duplicate-title.ts';
import { emptyTask } from './structure/empty-task.ts';
import { numberDuplicate } from './structure/number-duplicate.ts';
import { numberGap } from './structure/number-gap.ts';
import { numberOrder } from './structure/number-order.ts';
import { numberStyle } from './structure/number-style.ts';
import { collocation } from './wording/collocation.ts';
import { cutWord } from './wording/cut-word.ts';
import { lostComma } from './wording/lost-comma.ts';
import { misspelling } from './wording/misspelling.ts';
import { nearTerm } from './wording/near-term.ts';
import { repeatedPredicate } from './wording/repeated-predicate.ts';
import { repeatedWord } from './wording/repeated-word.ts';
import { unfinishedFrame } from './wording/unfinished-frame.ts';
import { unquotedTerm } from './wording/unquoted-term.ts';
import { wrongCharacter } from './wording/wrong-character.ts';

/** Every rule there is, family by family. */
export const rules: readonly Rule[] = [
  missingLead,
  missingUnit,
  missingDeadline,
  numberGap,
  numberDuplicate,
  numberOrder,
  numberStyle,
  declaredCount,
  emptyTask,
  duplicateTitle,
  duplicateParty,
  nameSpacing,
  vagueOwner,
  partyForm,
  unknownUnit,
  unknownLeader,
  unitAlias,
  leaderOrder,
  leaderScope,
  duplicateEntry,
  ambiguousAlias,
  circularParent,
  impossibleDeadline,
  deadlineOutsidePlan,
  deadlineBeforeDocument,
  vagueDeadline,
  pastDeadline,
  deadlineBeforeMeasures,
  rateOver100,
  yearSpan,
  sloganForm,
  titleForm,
  sumMismatch,
  signatureMismatch,
  periodQuotes,
  dashForm,
  documentNumberForm,
  halfwidthMark,
  issueDateForm,
  numberRangeDash,
  pauseBetweenQuotes,
  repeatedMark,
  straySpace,
  unpairedMark,
  yearRangeDash,
  collocation,
  cutWord,
  lostComma,
  misspelling,
  nearTerm,
  repeatedPredicate,
  repeatedWord,
  unfinishedFrame,
  unquotedTerm,
  wrongCharacter,
  controlCharacter,
  htmlResidue,
  lookalikeCharacter,
  pageChrome,
  pageNumber,
  placeholder,
  printedTwice,
  wordResidue,
  unusedSilence,
];
