import { useTranslations } from 'next-intl'

type OpinionRowsProps = { meetingOn: string }

/** 意见栏: who gives an opinion, signs, seals and dates it, in their order. */
export function OpinionRows({ meetingOn }: OpinionRowsProps) {
  const t = useTranslations('closure.form')
  const heads = [
    t('village'),
    t('township'),
    t('helperOpinion'),
    t('team'),
    t('leaderOpinion'),
    meetingOn ? t('officeOn', { on: meetingOn }) : t('office'),
    t('committee'),
  ]
  return (
    <>
      <p className="official-sheet-title">{t('opinions')}</p>
      <table>
        <tbody>
          {heads.map((head) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              <td className="official-opinion">
                <p className="official-hand">{t('sign')}</p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
