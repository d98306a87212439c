/** Every version that was ever in use: who saved it, when and why; an old one can be looked at and taken into the editor. */
import { Button, Drawer, Tag } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { WORDING_PARTS, type Look, type Wording } from '../../shared/templates/schemas.ts'
import { InstantText } from '../ui/day.tsx'
import { ErrorState, LoadingState } from '../ui/states.tsx'
import type { Query } from '../ui/useQuery.ts'

interface Version<What> {
  version: number
  postedAt: string
  postedBy: string
  note?: string
  what: What
}

export interface VersionsDrawerProps<What> {
  title: string
  query: Query<readonly Version<What>[]>
  readOnly: boolean
  Shown: ComponentType<{ what: What }>
  onTake: (what: What) => void
  onClose: () => void
}

export function VersionsDrawer<What extends Wording | Look>({ title, query, readOnly, Shown, onTake, onClose }: VersionsDrawerProps<What>) {
  const { t } = useTranslation('templates')
  const [opened, setOpened] = useState<number>()
  const inUse = query.data?.[0]?.version
  return (
    <Drawer open size="min(560px, 92vw)" title={title} onClose={onClose}>
      {query.error !== undefined && <ErrorState error={query.error} onRetry={query.refresh} />}
      {query.data === undefined && query.error === undefined && <LoadingState />}
      <ol className="template-versions" reversed>
        {query.data?.map(({ version, postedAt, postedBy, note, what }, index) => (
          <li key={version}>
            <div className="template-version-head">
              <b>{version === 0 ? t('builtIn') : t('version', { version })}</b>
              {version === inUse && <Tag color="blue">{t('versions.inUse')}</Tag>}
              <span className="quiet">{postedBy} <InstantText value={postedAt} /></span>
              <span className="template-version-keys">
                <Button size="small" autoFocus={index === 0} aria-expanded={opened === version} onClick={() => setOpened(opened === version ? undefined : version)}>{t('versions.show')}</Button>
                {version !== inUse && !readOnly && <Button size="small" onClick={() => onTake(what)}>{t('versions.take')}</Button>}
              </span>
            </div>
            {note && <div>{note}</div>}
            {opened === version && <div className="template-version-text"><Shown what={what} /></div>}
          </li>
        ))}
      </ol>
    </Drawer>
  )
}

export function ShownWording({ what }: { what: Wording }) {
  const { t } = useTranslation('templates')
  return WORDING_PARTS.map((part) => what[part] !== '' && <p key={part}><span className="quiet">{t(`part.${part}`)}</span> {what[part]}</p>)
}

export function ShownLook({ what }: { what: Look }) {
  const { t } = useTranslation('templates')
  const pictures = (['logo', 'sealPicture'] as const).filter((field) => what[field] !== null).map((field) => t(`form.${field}`))
  return (
    <>
      <p><span className="quiet">{t('versions.pictures')}</span> {pictures.length > 0 ? pictures.join(' · ') : t('versions.withoutPictures')}</p>
      {(['sender', 'footnote'] as const).map((field) => what[field] !== '' && <p key={field}><span className="quiet">{t(`form.${field}`)}</span> {what[field]}</p>)}
      {what.withSlip && <p>{t('form.withSlip')}</p>}
    </>
  )
}
