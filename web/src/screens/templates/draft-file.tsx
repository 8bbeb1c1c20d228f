import { Button } from '@mantine/core';
import { useRef, useState, type ChangeEvent } from 'react';
import type { WorkflowTemplatePublishInput } from '../../api/generated/schema';
import { readDraft } from './draft';

interface Props {
  readonly draft: WorkflowTemplatePublishInput;
  readonly templateKey: string;
  readonly onRead: (draft: WorkflowTemplatePublishInput) => void;
}

/** The draft as a JSON file, written and read. A file of another template becomes a version of this one. */
export const DraftFile = ({ draft, templateKey, onRead }: Props) => {
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([JSON.stringify(draft, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${templateKey}.json`;
    link.click();
    URL.revokeObjectURL(address);
  };
  const read = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = currentTarget.files ?? [];
    currentTarget.value = '';
    void file?.text().then((text) => {
      const given = readDraft(text);
      setProblem(given === null ? 'This file is no template. Export one to see its form.' : null);
      if (given !== null) {
        onRead({ ...given, key: templateKey });
      }
    });
  };
  return (
    <>
      <span role="alert" className="tone-bad">
        {problem}
      </span>
      <Button variant="default" onClick={save}>
        Export JSON
      </Button>
      <Button
        variant="default"
        onClick={() => {
          field.current?.click();
        }}
      >
        Import JSON
      </Button>
      <input ref={field} type="file" accept=".json,application/json" hidden aria-label="JSON file" onChange={read} />
    </>
  );
};
