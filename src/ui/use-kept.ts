import { useState } from 'react';
import type { Question } from './use-question';

/** Several questions about one part of what is open. */
export type Asked = Readonly<Record<string, Question<object>>>;

/** Answers that are about the same thing: what is shown, and which part it is of. */
export interface Kept<Questions extends Asked, Part> {
  questions: Questions;
  part: Part;
  /** Whether what is shown is of an earlier part, while the answers about the new one are under way. */
  isFollowing: boolean;
}

/**
 * The questions, or all their last answers while one of them is under way: pictures that follow the
 * brush change together instead of blinking, and the part that is named is always the part that is shown.
 * `key` names what the answers are about; an answer about something else never shows.
 */
export function useKept<Questions extends Asked, Part>(
  asked: Questions,
  part: Part,
  key: string,
): Kept<Questions, Part> {
  const [kept, setKept] = useState<{ key: string; questions: Questions; part: Part } | null>(null);
  const isFollowing = Object.values(asked).some(({ state }) => state === 'loading');
  const isNews = kept?.part !== part || kept.key !== key || !sameAnswers(kept.questions, asked);
  if (!isFollowing && isNews) setKept({ key, questions: asked, part });
  if (isFollowing && kept?.key === key) return { questions: kept.questions, part: kept.part, isFollowing };
  return { questions: asked, part, isFollowing };
}

function sameAnswers(one: Asked, other: Asked): boolean {
  return Object.entries(one).every(([name, question]) => {
    const now = other[name];
    if (question.state === 'ready' && now?.state === 'ready') return question.rows === now.rows;
    if (question.state === 'failed' && now?.state === 'failed') return question.error === now.error;
    return question.state === now?.state;
  });
}
