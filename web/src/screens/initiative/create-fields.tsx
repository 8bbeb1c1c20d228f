import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { UserError } from '../../api/queries';
import { refusalOf } from '../../parts/refusals';
import type { CreationPlace } from './create';
import { CLASSES, RISK_TIERS, SOLUTION_TYPES, VALUE_THESES, type Draft } from './draft';

interface Props {
  readonly draft: Draft;
  readonly set: (patch: Partial<Draft>) => void;
  readonly portfolio: CreationPlace;
  readonly errors: readonly UserError[];
}

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The fields of a new initiative, each with what is expected there. */
export const CreateFields = ({ draft, set, portfolio, errors }: Props) => {
  const field = (name: keyof Draft) => ({
    name,
    value: draft[name],
    error: refusalOf(errors, name),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      set({ [name]: currentTarget.value });
    },
  });
  const people = portfolio.members.map(({ user }) => ({ value: user.id, label: user.name }));
  const none = (label: string) => ({ value: '', label });
  return (
    <Stack gap="md">
      <TextInput
        {...field('name')}
        required
        autoFocus
        maxLength={200}
        label="Name"
        description="What people will call it: what it does, and for whom."
        placeholder="Claims triage for household damage"
      />
      <Textarea
        {...field('problem')}
        required
        autosize
        minRows={3}
        label="Problem"
        description="The business pain, in the words of those who have it. No solution yet; a number helps."
        placeholder="Clerks read every claim twice before it reaches the right desk; it takes 9.4 minutes each."
      />
      <NativeSelect
        {...field('valueThesis')}
        required
        label="Value thesis"
        description="The one value it is expected to bring. The portfolio shows how they balance."
        data={[none('Choose one'), ...choices(VALUE_THESES)]}
      />
      <NativeSelect
        {...field('investmentClass')}
        label="Class"
        description="How far it is from today’s business."
        data={choices(CLASSES)}
      />
      <NativeSelect
        {...field('riskTier')}
        label="Risk tier"
        description="How much harm it could do. High asks for an independent review at the gate."
        data={choices(RISK_TIERS)}
      />
      <NativeSelect
        {...field('solutionType')}
        label="Kind of solution"
        description="Leave it open while nobody knows."
        data={[none('Not known yet'), ...choices(SOLUTION_TYPES)]}
      />
      <NativeSelect
        {...field('ownerId')}
        label="Owner"
        description="Who answers for it. Owner and sponsor neither vote nor decide at its gates."
        data={[none('Me'), ...people]}
      />
      <NativeSelect
        {...field('sponsorId')}
        label="Sponsor"
        description="Who pays for it."
        data={[none('Nobody yet'), ...people]}
      />
      <TextInput
        {...field('businessUnit')}
        maxLength={200}
        label="Business unit"
        description="The part of the business it is for."
      />
      <NativeSelect
        {...field('defaultCategoryKey')}
        label="Category of its effort"
        description="Where neither the sender nor a rule gives one. Without it such effort is shown as uncategorised."
        data={[
          none('None'),
          ...portfolio.allocationScheme.categories.map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
      <TextInput
        {...field('externalRef')}
        maxLength={500}
        label="Reference elsewhere"
        description="Its identifier in another system; the same one is never taken twice."
      />
      <TextInput
        {...field('templateKey')}
        label="Template"
        description={`The key of a published template. Empty: ${portfolio.template.name}, the portfolio’s, in its newest version.`}
        placeholder={portfolio.template.key}
      />
    </Stack>
  );
};
