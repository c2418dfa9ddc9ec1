/** The front page of a newsroom. */
export default async function FrontPage({ params }: { params: Promise<{ newsroom: string }> }) {
  const { newsroom } = await params;
  return <h1>{newsroom}</h1>;
}
