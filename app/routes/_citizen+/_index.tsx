export default function Home() {
  return (
    <div className="wrap">
      <h1>Một Cửa</h1>
    </div>
  );
}
