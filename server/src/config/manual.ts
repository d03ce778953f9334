import { repository } from '../../../package.json';

/** The address of a page of the manual in a language, and of the place in it that bears `anchor`; a link and no more. */
export function manualPage(page: ManualPage, locale: 'zh' | 'en', anchor?: string): string {
  const file = `${pages[page]}${locale === 'zh' ? '.zh-CN' : ''}.md`;
  const place = anchor === undefined ? '' : `#${anchor}`;
  return `${repository.url.replace(/\.git$/u, '')}/blob/HEAD/${file}${place}`;
}

/** The pages that the program itself leads to, where the repository has them. */
const pages = {
  rules: 'server/src/core/rules/README',
  configuration: 'server/src/config/README',
  commands: 'server/src/cli/README',
} as const;

export type ManualPage = keyof typeof pages;
