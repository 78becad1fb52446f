import { useT } from '../../platform/i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SwitchField } from '../../ui/switch-field.tsx'
import { RuleFields } from './rule-fields.tsx'
import type { Rules, RulesChange } from './rules.ts'
import { useUsualRules } from './use-usual-rules.ts'

export interface RulesDialogProps extends Rules {
  /** Whether the call that is on is locked; undefined outside of one. */
  locked?: boolean
  /** Null for who may only read them. */
  onChange: ((change: RulesChange) => void) | null
  onLock?: (locked: boolean) => void
  onClose: () => void
}

/** The rules of a room: everybody may read them, hosts change them, and what is changed holds at once. */
export function RulesDialog({ accessLevel, settings, locked, onChange, onLock, onClose }: RulesDialogProps) {
  const t = useT()
  const keep = useUsualRules()
  const lock = locked !== undefined && onLock && (
    <SwitchField label={t('rules.lock')} hint={t('rules.lock.hint')} checked={locked} onChange={onLock} />
  )
  return (
    <Dialog title={t('rules.title')} closeLabel={t('common.close')} onClose={onClose}>
      <p className="mt-2 mb-4 text-small text-muted">{t(onChange ? 'rules.hint' : 'rules.readOnly')}</p>
      <RuleFields accessLevel={accessLevel} settings={settings} onChange={onChange} lock={lock} />
      {onChange && (
        <div className="mt-6 flex justify-end border-t border-line pt-4">
          <Button variant="quiet" onClick={() => keep({ accessLevel, settings })}>
            {t('rules.keep')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
