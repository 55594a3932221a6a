import { openApiDocument } from '@/lib/api/openapi'

/** The description of the API is no secret: it names no one and no village. */
export function GET() {
  return Response.json(openApiDocument())
}
