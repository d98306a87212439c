/** The file of a lawsuit, or the form that opens one. */
import { usePage } from '../ui/pageContext.ts'
import { LawsuitDocument } from './lawsuitDocument.tsx'
import { LawsuitEntry } from './lawsuitEntry.tsx'

export default function LawsuitPage() {
  const { params } = usePage('lawsuit')
  return params.id === undefined ? <LawsuitEntry customerId={params.customerId} /> : <LawsuitDocument id={params.id} />
}
