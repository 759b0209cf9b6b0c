extension SQLSamples {
  /// `pg_dump --inserts school` of PostgreSQL 15, shortened; the people are invented.
  static let postgresInserts = ##"""
    -- PostgreSQL database dump

    \restrict y3at0aVXlWJJEKgIHeA0V7Pfy8u0Xm5f7ngU6I7MzEtl7xRW9KnIDNq1aOSepym

    -- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
    -- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

    SET statement_timeout = 0;
    SET lock_timeout = 0;
    SET idle_in_transaction_session_timeout = 0;
    SET client_encoding = 'UTF8';
    SET standard_conforming_strings = on;
    SELECT pg_catalog.set_config('search_path', '', false);
    SET check_function_bodies = false;
    SET xmloption = content;
    SET client_min_messages = warning;
    SET row_security = off;

    CREATE SCHEMA hr;

    CREATE TYPE public.mood AS ENUM (
        'a''b',
        'c'
    );

    CREATE FUNCTION public.f() RETURNS trigger
        LANGUAGE plpgsql
        AS $$ BEGIN -- don't; 13700001111
      INSERT INTO hr.empty_t VALUES (1); RETURN NEW; END; $$;

    SET default_tablespace = '';

    SET default_table_access_method = heap;

    CREATE TABLE hr.empty_t (
        a integer
    );

    COMMENT ON TABLE hr.empty_t IS '空表';

    CREATE TABLE public.parted (
        id integer,
        v text
    )
    PARTITION BY RANGE (id);

    CREATE TABLE public.parted_0 (
        id integer,
        v text
    );

    CREATE TABLE public.student (
        id integer NOT NULL,
        name character varying(40) DEFAULT 'it''s'::character varying NOT NULL,
        id_card character(18),
        key text,
        fee numeric(10,2),
        note text,
        photo bytea,
        m public.mood,
        full_name text GENERATED ALWAYS AS (((name)::text || '(x)'::text)) STORED,
        born date,
        tags text[],
        extra jsonb,
        at timestamp without time zone DEFAULT now(),
        "Weird ""Col,umn" integer,
        CONSTRAINT student_born_check CHECK ((born > '1900-01-01'::date))
    );

    COMMENT ON TABLE public.student IS '学生表; 含''引号''';

    COMMENT ON COLUMN public.student.id_card IS '身份证号
    第二行';

    COMMENT ON COLUMN public.student."Weird ""Col,umn" IS '怪';

    CREATE SEQUENCE public.student_id_seq

    ALTER SEQUENCE public.student_id_seq OWNED BY public.student.id;

    CREATE VIEW public.v AS
     SELECT student.id,
        'a;b'::text AS c
       FROM public.student;

    ALTER TABLE ONLY public.parted ATTACH PARTITION public.parted_0 FOR VALUES FROM (0) TO (10);

    ALTER TABLE ONLY public.student ALTER COLUMN id SET DEFAULT nextval('public.student_id_seq'::regclass);

    -- Data for Name: empty_t; Type: TABLE DATA; Schema: hr; Owner: postgres

    -- Data for Name: parted_0; Type: TABLE DATA; Schema: public; Owner: postgres

    INSERT INTO public.parted_0 VALUES (1, '甲');
    INSERT INTO public.parted_0 VALUES (2, '乙');

    -- Data for Name: student; Type: TABLE DATA; Schema: public; Owner: postgres

    INSERT INTO public.student VALUES (1, '张三', '11010119900307109X', 'k', 1.50, 'it''s a \ back\slash "q"
    line2
    tab	end 13812345678', '\xe5bca0', 'a''b', DEFAULT, '1990-03-07', '{"a,b",13911112222,NULL}', '{"a": "it''s \"q\"", "phone": "13912345678"}', '2026-11-23 05:48:25.63479', 7);
    INSERT INTO public.student VALUES (2, '李四', NULL, '', -2.00, '', NULL, 'c', DEFAULT, NULL, NULL, NULL, '2026-11-23 05:48:25.63479', NULL);
    INSERT INTO public.student VALUES (3, '王五', 'x                 ', '\N', 99999999.99, '-- 王五
    -- INSERT
    INSERT INTO x VALUES (''a'',''b'');
    \.
    ', '\x00ff', 'c', DEFAULT, '2001-02-28', '{}', '[]', '2026-11-23 05:48:25.63479', -1);

    SELECT pg_catalog.setval('public.student_id_seq', 3, true);

    ALTER TABLE ONLY public.student
        ADD CONSTRAINT student_pkey PRIMARY KEY (id);

    -- PostgreSQL database dump complete

    \unrestrict y3at0aVXlWJJEKgIHeA0V7Pfy8u0Xm5f7ngU6I7MzEtl7xRW9KnIDNq1aOSepym

    """##
}
