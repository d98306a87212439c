/** A request to write off that an owner decides, or what came of it: the write-off, or a debt that came back. */
import { usePage } from '../ui/pageContext.ts'
import { RequestDocument } from './requestDocument.tsx'
import { WriteOffDocument } from './writeOffDocument.tsx'

export default function WriteOffPage() {
  const { params } = usePage('writeOff')
  return params.id === undefined ? <RequestDocument id={params.requestId ?? 0} /> : <WriteOffDocument id={params.id} />
}
