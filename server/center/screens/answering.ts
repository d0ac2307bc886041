import type {
  CityAnswers,
  CityQuestion,
  CityQuestionOf,
  CityQuestionType,
} from '../../../shared/city/questions.ts';
import type { CityNo } from '../../../shared/city/wire.ts';
import type { Books } from '../books/books.ts';
import type { CityRoom } from '../city/room.ts';
import type { Gathering } from '../months/gathering.ts';
import type { Asker } from '../people/asker.ts';
import type { Ground } from '../people/gate.ts';
import type { Vault } from '../people/vault.ts';
import type { BranchStand } from '../stands.ts';
import { boardAnswers } from './boardAnswer.ts';
import { branchAnswers } from './branchAnswers.ts';
import { branchNowAnswers } from './branchNowAnswer.ts';
import { circularAnswers } from './circularAnswers.ts';
import { followedAnswers } from './followedAnswers.ts';
import { monthAnswers } from './monthAnswer.ts';
import { peopleAnswers } from './peopleAnswers.ts';
import { rulesAnswers } from './rulesAnswer.ts';

/** What questions are answered from. */
export interface AnsweringParts {
  readonly books: Books;
  readonly gathering: Gathering;
  readonly room: CityRoom;
  readonly vault: Vault;
  readonly ground: () => Ground;
  readonly branches: () => Promise<readonly BranchStand[]>;
  /** The center's time, ms. */
  readonly now: () => number;
}

/** Whoever asks may, and the unit or branch named is theirs: the gate settled that. */
export type Answers<T extends CityQuestionType = CityQuestionType> = {
  readonly [K in T]: (
    question: CityQuestionOf<K>,
    asker: Asker,
    parts: AnsweringParts,
  ) => Promise<CityAnswers[K] | CityNo>;
};

/** Who answers what; a question without its line does not compile. */
const answers: Answers = {
  ...peopleAnswers,
  ...rulesAnswers,
  ...monthAnswers,
  ...boardAnswers,
  ...circularAnswers,
  ...followedAnswers,
  ...branchNowAnswers,
  ...branchAnswers,
};

export type Answering = (
  question: CityQuestion,
  asker: Asker,
) => Promise<CityAnswers[CityQuestionType] | CityNo>;

type Answer = (
  question: CityQuestion,
  asker: Asker,
  parts: AnsweringParts,
) => ReturnType<Answering>;

export const answeringFrom =
  (parts: AnsweringParts): Answering =>
  (question, asker) => {
    // Each question finds its own line: what it is asked with is what it is asked about.
    const answer = answers[question.type] as Answer;
    return answer(question, asker, parts);
  };
