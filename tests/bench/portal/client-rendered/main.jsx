import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, Route, Routes } from 'react-router-dom';

const when = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

const List = () => {
  const [rows, setRows] = useState(null);
  useEffect(() => {
    void fetch('/api/v1/activities?perPage=20').then((answer) => answer.json()).then(({ data }) => setRows(data));
  }, []);
  if (!rows) return <p>加载中…</p>;
  return (
    <main>
      <h1>活动</h1>
      {rows.map((row) => (
        <article key={row.id}>
          <h2><Link to={`/activities/${row.id}`}>{row.title}</Link></h2>
          <p>{row.startsAt ? when.format(new Date(row.startsAt)) : ''} {row.county.name} {row.place}</p>
          <p>{row.unit.name} {row.topics.map((topic) => topic.name).join('、')}</p>
          <p>还有 {row.free} 个名额</p>
        </article>
      ))}
    </main>
  );
};

createRoot(document.getElementById('root')).render(<BrowserRouter><Routes><Route path="*" element={<List />} /></Routes></BrowserRouter>);
