import { TextLink } from '../../parts/links';
import { countOf } from '../../words/format';

interface Props {
  readonly templateKey: string;
  readonly versions: readonly {
    readonly initiatives: number;
    readonly template: { readonly version: number };
  }[];
  /** The version whose page it stands on. */
  readonly shown?: number;
}

/** Every version of a template, the newest first, and how many initiatives under way go by it. */
export const Versions = ({ templateKey, versions, shown }: Props) => (
  <span>
    {versions.map(({ initiatives, template: { version } }, index) => (
      <span key={version}>
        {index > 0 && ' · '}
        <TextLink
          to="/templates/$templateKey"
          params={{ templateKey }}
          search={{ version: String(version) }}
          aria-current={version === shown ? 'page' : undefined}
          fw={version === shown ? 700 : 400}
          underline="always"
        >
          version {version}
        </TextLink>{' '}
        <span className="quiet">with {countOf(initiatives, 'initiative')}</span>
      </span>
    ))}
  </span>
);
