import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type Answers, expectedLane, isAsExpected, judgeAll, type NameAnswer, type TrialAnswer } from './answers.ts';

/** Says where a filing is, and where it should be if it is not there. */
function laneLine(answer: TrialAnswer): string {
  const { lane, score, trial } = answer;
  const missed = isAsExpected(answer) ? '' : `, expected ${expectedLane(trial)}`;
  return `${lane ?? 'error'} ${String(score)}${missed}`;
}

function nameLine({ named, isCalledForwarder }: NameAnswer): string {
  const said = isCalledForwarder ? 'forwarder' : 'no forwarder';
  return isCalledForwarder === named.isForwarder ? said : `${said}, which is wrong`;
}

/** A line a filing: one that changes its lane shows up in review. */
const page = ({ trials, names }: Answers): string =>
  stringify(
    {
      ...Object.fromEntries(
        [...trials].map(([file, answers]) => [
          file,
          Object.fromEntries(answers.map((answer) => [answer.trial.filing.id, laneLine(answer)])),
        ]),
      ),
      names: Object.fromEntries(names.map((answer) => [answer.named.name, nameLine(answer)])),
    },
    { lineWidth: 0 },
  );

describe('the filings of this folder, judged by what is shipped', () => {
  let answers: Answers;
  beforeAll(async () => {
    answers = await judgeAll();
  });

  it('given each filing, then it is judged', () => {
    const judged = [...answers.trials.values(), answers.names].flat();
    expect(judged.filter(({ lane }) => lane === undefined)).toEqual([]);
  });

  it('given each filing, then it is in the lane that the page says', async () => {
    await expect(page(answers)).toMatchFileSnapshot('lanes.yaml');
  });

  it('given two filings, then their ids differ', () => {
    const ids = [...answers.trials.values()].flat().map(({ trial }) => trial.filing.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});
