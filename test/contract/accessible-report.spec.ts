import { describe, expect, it } from '@jest/globals';
import { printReport } from '../../src/modules/exports/http/portfolio-report/print-report.js';
import { aboutByPoppler, describeWithPoppler, tagsByPoppler, textByPoppler } from '../support/poppler.js';
import { aReport } from '../support/portfolio-report.js';

const NAMES = ['Zażółć gęślą jaźń', 'Ελληνικά', 'Программа', 'İstanbul', 'Größe', 'Đặng'];

describeWithPoppler('a printed report, read by another program', () => {
  it.each(NAMES)('has the letters of %s', async (name) => {
    const bytes = await printReport(aReport({ name, word: name }));
    const text = textByPoppler(bytes);
    expect(text).toContain(`${name} (CLAIMS): portfolio report 2026-10`);
    expect(text).toContain(`${name} 1`);
    expect(text).not.toContain('A box stands for a sign');
    expect(tagsByPoppler(bytes)).toContain(`"CLAIMS-12345 ${name} Reading letters`);
    expect(aboutByPoppler(bytes)).toContain(`${name} (CLAIMS)`);
  });

  it.each(['保険金請求', '한국어', '🚀', 'ประกัน', 'ܫܠܡܐ'])(
    'has the letters of %s too, though boxes are seen',
    async (name) => {
      const bytes = await printReport(aReport({ name }));
      const text = textByPoppler(bytes);
      // Poppler reads a sign that stands in for another, but elsewhere on the page.
      for (const letter of name) {
        expect(text.includes(letter)).toBe(true);
      }
      expect(text).toContain('A box stands for a sign');
      expect(aboutByPoppler(bytes)).toContain(`${name} (CLAIMS)`);
    },
  );

  it.each(['שלום עולם', 'مرحبا بالعالم', 'שלום 12.5 עולם'])('prints %s, which is read to the left', async (name) => {
    const text = textByPoppler(await printReport(aReport({ name })));
    for (const word of name.split(' ')) {
      expect(text.includes(word)).toBe(true);
    }
    expect(text).not.toContain('A box stands for a sign');
  });

  it('is tagged: headings, lists, figures with their words, and tables with their heads', async () => {
    const bytes = await printReport(aReport({ decisions: 40 }));
    expect(aboutByPoppler(bytes)).toMatch(/^Tagged: +yes$/m);
    const tags = tagsByPoppler(bytes);
    expect(tags).toMatch(/^Document\n {2}H1 \(block\)\n {4}"Claims \(CLAIMS\): portfolio report 2026-10"\n/);
    expect(tags.match(/^ {4}H2 \(block\)\n {6}".*"$/gm)?.map((head) => /"(.*)"/.exec(head)?.[1])).toEqual([
      'The month in short',
      'Effort: people and process, technology and data, algorithms',
      'Funnel, 2025-11-01 to 2026-10-31',
      'Aging: who stands in each stage, and how long',
      'Decisions in 2026-10',
      'Governance debt: what was let go for now',
      'Value balance, 2025-11-01 to 2026-10-31',
      'Forecast: when more arrive in production',
    ]);
    expect(tags.match(/^ +Figure/gm)).toHaveLength(3);
    expect(bytes.toString('latin1')).toContain(
      '/Alt (Bar of People and process: 20.0 % of its length, a mark at 70 %.)',
    );
    const rows = tags.split(/^ +TR\n/m).map((row) => [...row.matchAll(/"(.*)"/g)].map(([, text]) => text));
    expect(rows).toContainEqual(['Stage', 'Entered', 'Advanced', 'Stopped', 'Remaining', 'Conversion', 'Median days']);
    expect(rows).toContainEqual(['Stage 1', '1000', '900', '20', '80', '90.0 %', '12.5']);
    expect(tags).toMatch(/TH:\n +\/Scope \/Column\n +"Entered"/);
    expect(tags).toMatch(/TH:\n +\/Scope \/Row\n +"Stage 1"/);
    // The head that is repeated on the next page, and the foot of each, are for the eye alone.
    expect(textByPoppler(bytes).split('Conditions made').length - 1).toBeGreaterThan(1);
    expect(tags.split('Conditions made').length - 1).toBe(1);
    expect(tags).not.toContain('Page 1 of');
  });
});

describe('a printed report, for who does not see it', () => {
  it('has everything on its pages in a tag or beside them', async () => {
    const source = (await printReport(aReport({ name: '保険', decisions: 40 }))).toString('latin1');
    const pages = [...source.matchAll(/stream\n([\s\S]*?)\nendstream/g)]
      .map(([, stream = '']) => stream)
      .filter((stream) => stream.includes('841.89 cm'));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      let depth = 0;
      for (const line of page.split('\n')) {
        depth += Number(/ (BMC|BDC)$/.test(line) || line === '>> BDC') - Number(line === 'EMC');
        if (/ TJ$|^[fSB]\*?$/.test(line)) {
          expect(depth).toBeGreaterThan(0);
        }
      }
      expect(depth).toBe(0);
    }
  });

  it('says that it keeps PDF/UA, in metadata that can be read whatever a portfolio is called', async () => {
    const source = (await printReport(aReport({ name: 'R&D <Łódź>' }))).toString('utf8');
    const metadata = source.slice(source.indexOf('<x:xmpmeta'), source.indexOf('</x:xmpmeta>'));
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(metadata).toContain('>R&amp;D &lt;Łódź&gt; (CLAIMS): portfolio report 2026-10<');
    expect(source).not.toContain('/CIDSet');
  });

  it('depends on nothing that was printed before it', async () => {
    const first = await printReport(aReport({ name: 'office' }));
    await printReport(aReport({ name: 'oﬃce مرحبا', word: 'ﬁ' }));
    expect((await printReport(aReport({ name: 'office' }))).equals(first)).toBe(true);
  });
});
